// What every page has: shortcuts, messages, sentences that can be heard.

export function say(text, seconds = 4) {
  const place = document.getElementById("loi-nhan");
  place.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { place.textContent = ""; }, seconds * 1000);
}

/** POST JSON; the answer's status and body. Where there is no answer, the status is 0. */
export async function ask(address, content) {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(content),
    });
    if (answer.status === 403) return { status: 403, body: { error: "Bàn làm việc đã được mở lại với chìa khóa mới. Hãy mở địa chỉ mới in ở cửa sổ lệnh, rồi quay lại trang này làm tiếp; chữ đang viết vẫn giữ ở đây." } };
    const kind = answer.headers.get("Content-Type") || "";
    return { status: answer.status, headers: answer.headers, body: kind.includes("json") ? await answer.json() : await answer.blob() };
  } catch {
    return { status: 0, body: { error: "Bàn làm việc đã đóng. Hãy mở lại bằng make desk; chữ đang viết vẫn giữ ở trang này." } };
  }
}

const player = new Audio();
let playing = null; // the button whose sentence is heard
const sounds = new Map(); // role and words -> address of the sound

function rest() {
  player.pause();
  if (playing) playing.classList.remove("playing", "waiting");
  playing = null;
}
player.addEventListener("ended", rest);

/** Hear words; the same button again stops them. */
export async function hear(button, words, role) {
  const again = playing === button;
  rest();
  if (again) return;
  playing = button;
  button.classList.add("waiting");
  const key = `${role} ${words}`;
  if (!sounds.has(key)) {
    const answer = await ask("/nghe", { words, role });
    if (answer.status !== 200) {
      say(answer.body.error || "Không nghe được câu này.");
      if (playing === button) rest();
      return;
    }
    sounds.set(key, URL.createObjectURL(answer.body));
    if (answer.headers.get("X-Stand-In") === "1") {
      say(`Nghe thử bằng ${decodeURIComponent(answer.headers.get("X-Voice"))} trong máy; trên loa có thể là giọng khác.`);
    }
  }
  if (playing !== button) return;
  player.src = sounds.get(key);
  button.classList.replace("waiting", "playing");
  await player.play().catch(rest);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.hear");
  if (button && event.detail < 2) hear(button, button.dataset.words, button.dataset.role);
});
for (const button of document.querySelectorAll("button.hear[hidden]")) button.hidden = false;

for (const button of document.querySelectorAll("button[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const words = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(words.textContent);
      say("Đã chép. Sang nơi cần dán, nhấn Ctrl + V.");
    } catch {
      getSelection().selectAllChildren(words);
      say("Trình duyệt không cho chép hộ. Chữ đã được chọn sẵn: nhấn Ctrl + C.", 8);
    }
  });
}
for (const form of document.querySelectorAll("form[data-slow]")) {
  form.addEventListener("submit", () => {
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    say(form.dataset.slow, 600);
  });
}


// What a form asks for is asked once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const { dataset } = event.target;
  if (dataset.sent) event.preventDefault();
  dataset.sent = "1";
  setTimeout(() => { delete dataset.sent; }, 3000); // the answer did not come: it may be asked again
});

document.documentElement.classList.add("js");
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-prints]");
  const opened = link && !event.defaultPrevented && window.open(link.href);
  if (!opened) return; // no window came: the link itself goes there
  event.preventDefault();
  const watch = setInterval(() => { // as soon as the page is whole, the printer is asked for
    if (!opened.closed && (opened.location.href === "about:blank" || opened.document.readyState !== "complete")) return;
    clearInterval(watch);
    if (!opened.closed) opened.print();
  }, 100);
});
for (const field of document.querySelectorAll("[data-sends]")) {
  field.addEventListener("change", () => field.form.requestSubmit(field.form.querySelector("[formmethod=get]")));
}
document.querySelector("main input:not([type=hidden])[autofocus]")?.focus();

const keys = document.getElementById("phim-tat");
const opener = document.getElementById("mo-phim-tat");
opener.hidden = false;
opener.addEventListener("click", () => keys.showModal());
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return;
  const step = /^Digit([1-7])$/.exec(event.code);
  if (step) {
    event.preventDefault();
    document.querySelectorAll(".ways a")[step[1] - 1].click();
  } else if (event.code === "KeyP") {
    event.preventDefault();
    keys.showModal();
  }
});
document.querySelector(".ways [aria-current], .ways .within")?.scrollIntoView({ block: "nearest", inline: "center" });
