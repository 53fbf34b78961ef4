// One click on a word mends how it is said: it goes into the office's lexicon.

import { ask, hear, say } from "./desk.js";

const dialog = document.getElementById("sua-doc");
const written = document.getElementById("sua-viet");
const spoken = document.getElementById("sua-thanh");
const why = document.getElementById("sua-vi-sao");
const wrong = document.getElementById("sua-loi");

/** What to do with a span that is pressed; `after` runs when the lexicon has changed. */
export function mender(words, after) {
  let back = null;
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    if (event.submitter?.value !== "luu") return;
    event.preventDefault();
    const answer = await ask("/tu-dien/them", { written: written.value, spoken: spoken.value });
    if (answer.status !== 200) {
      wrong.textContent = answer.body.error;
      spoken.focus();
      return;
    }
    dialog.close();
    say(`Từ nay “${written.value}” đọc là “${spoken.value}”.`);
    await after();
  });
  document.getElementById("sua-nghe").addEventListener("click", (event) => hear(event.target, spoken.value, "A"));
  spoken.addEventListener("input", () => { wrong.textContent = ""; });
  dialog.addEventListener("close", () => (back?.isConnected ? back : words).focus());
  return (span) => {
    back = document.activeElement;
    written.value = span.written;
    spoken.value = span.state === "unread" ? "" : span.said;
    why.textContent = span.state === "unread" ? "Chưa quy tắc nào đọc được chữ này." : `Đang đọc theo: ${span.kind} (${span.rule}).`;
    wrong.textContent = "";
    dialog.showModal();
    spoken.focus();
    spoken.select();
  };
}
