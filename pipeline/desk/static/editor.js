// A message being written: read as it is typed, saved over what was loaded, never lost.

import { ask, hear, say } from "./desk.js";
import { forget, keep, left } from "./drafts.js";
import { mender } from "./mending.js";
import { draw, explain, mark, remark } from "./said.js";
import { compare } from "./versions.js";

const form = document.getElementById("tin");
const { title, topic, words } = form.elements;
const state = document.getElementById("da-luu");
const shown = document.getElementById("cac-cau");
const alerts = document.getElementById("bao");
const lacks = document.getElementById("con-lai");
const address = form.dataset.address;
const PAUSE = 120; // ms without a key before the words are read
const LOOK = 4000; // ms between two looks at the file

let base = { ...loaded(), digest: form.dataset.digest }; // what the file held when it was loaded
let clash = null; // what it holds now, when somebody else has written it
let saving = null; // the save under way

/** What the page came with: somebody may have typed before this runs, or the browser have put words back. */
function loaded() {
  const chosen = [...topic.options].find((each) => each.defaultSelected) ?? topic.options[0];
  return { title: title.defaultValue, topic: chosen?.value ?? "", words: words.defaultValue };
}
function typed() {
  return { title: title.value, topic: topic.value, words: words.value };
}
function differ(one, other) {
  return ["title", "topic", "words"].some((each) => one[each].trimEnd() !== other[each].trimEnd());
}
const dirty = () => differ(typed(), base);
function put(parts) {
  if (![...topic.options].some((each) => each.value === parts.topic)) topic.add(new Option(parts.topic || "(chưa chọn)", parts.topic));
  [title.value, topic.value, words.value] = [parts.title, parts.topic, parts.words];
}
function settle() {
  const open = dirty() || !base.digest; // one that is begun here has no file yet
  state.textContent = open ? "Chưa lưu" : "Đã lưu";
  state.classList.toggle("unsaved", open);
  if (dirty()) keep(address, { ...typed(), digest: base.digest });
  else forget(address);
}

// reading ------------------------------------------------------------------------------------------

let waiting = 0;
let latest = 0;
function readSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(read, PAUSE);
}
async function read() {
  const turn = ++latest;
  const answer = await ask("/doc", { words: words.value, campaign: form.dataset.campaign });
  if (turn !== latest) return; // newer words are on their way
  if (answer.status !== 200) return say(answer.body.error || "Chưa xem được cách đọc.");
  draw(shown, answer.body, mend);
  mark(shown, words.selectionStart);
  const { seconds, syllables, unread, unsure } = answer.body;
  const length = `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
  const doubts = [unread && `${unread} chỗ chưa đọc được`, unsure && `${unsure} chỗ nên xem lại`].filter(Boolean);
  remark(document.getElementById("nhan-xet"), answer.body, (at, end) => {
    words.focus();
    words.setSelectionRange(at, end);
    mark(shown, at);
  });
  document.getElementById("do-dai").textContent = [`khoảng ${length}`, `${syllables} tiếng`, answer.body.level, ...doubts].filter(Boolean).join(" · ");
}
const mend = mender(words, () => Promise.all([read(), look()]));
explain(shown);

// saving -------------------------------------------------------------------------------------------

/** One save at a time: the second of two clicks finds nothing left to do. */
async function save() {
  while (saving) await saving;
  if (!dirty() && base.digest) return say("Đã lưu.");
  saving = send().finally(() => { saving = null; });
  await saving;
}
async function send() {
  const sent = typed();
  const answer = await ask(address, { ...sent, over: base.digest });
  if (answer.status === 409 && differ(sent, answer.body)) return collide(answer.body);
  if (answer.status === 409) answer.status = 200; // somebody has written the very same
  if (answer.status !== 200) return say(answer.body.error || "Chưa lưu được. Chữ vẫn còn ở đây.", 8);
  base = { ...sent, digest: answer.body.digest };
  leftToDo(answer.body);
  settle();
  say("Đã lưu.");
}
function collide(now) {
  clash = now;
  const notice = document.getElementById("hai-ban").content.cloneNode(true);
  notice.querySelector("[data-choice=mine]").addEventListener("click", async () => {
    base = { ...clash };
    calm();
    await save();
    words.focus();
  });
  notice.querySelector("[data-choice=theirs]").addEventListener("click", () => {
    take(clash);
    words.focus();
  });
  alerts.replaceChildren(notice);
  beside();
  alerts.scrollIntoView({ block: "nearest" });
}
function beside() {
  const tasks = (id) => [...topic.options].find((each) => each.value === id)?.text || id;
  if (clash) compare(alerts, typed(), clash, tasks);
}
function calm() {
  clash = null;
  alerts.replaceChildren();
}
function take(parts) {
  base = { ...parts };
  put(parts);
  calm();
  settle();
  read();
}
function leftToDo(now) {
  if (now.lacks === leftToDo.shown) return;
  leftToDo.shown = now.lacks;
  lacks.innerHTML = now.lacks;
}
function gone() {
  base = { title: "", topic: "", words: "", digest: "" };
  settle();
  say("Tệp của tin này vừa bị xóa hoặc đổi tên ở nơi khác. Chữ vẫn còn ở đây; bấm Lưu để ghi lại.", 60);
}
async function look() {
  if (document.hidden || clash || saving) return;
  const answer = await fetch(address).then((each) => (each.ok ? each.json() : null), () => null);
  if (!answer || clash || saving) return;
  leftToDo(answer);
  if (answer.digest === base.digest) return;
  if (!answer.digest) return gone();
  if (dirty() && differ(typed(), answer)) return collide(answer);
  take(answer);
  say("Tin vừa được sửa ở nơi khác; đây là bản mới.");
}
setInterval(look, LOOK);
document.addEventListener("visibilitychange", look);
addEventListener("focus", look);

// hands --------------------------------------------------------------------------------------------

form.addEventListener("input", () => { settle(); readSoon(); beside(); });
form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
for (const each of document.querySelectorAll(".saved-only")) {
  each.addEventListener("click", (event) => {
    if (!dirty()) return;
    event.preventDefault();
    say("Bản in lấy lời đã lưu. Hãy lưu trước rồi in.");
  });
}
document.addEventListener("selectionchange", () => {
  if (document.activeElement === words) mark(shown, words.selectionStart);
});
document.addEventListener("keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  } else if (control && event.key === "Enter") {
    event.preventDefault();
    const button = mark(shown, words.selectionStart);
    if (button) hear(button, button.dataset.words, button.dataset.role);
  } else if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    document.getElementById(event.key === "ArrowUp" ? "tin-truoc" : "tin-sau")?.click();
  } else if (event.key === "F6") {
    event.preventDefault();
    const said = document.getElementById("doc-thanh");
    (said.contains(document.activeElement) ? words : said.querySelector(".hear") || said).focus();
  }
});

document.getElementById("luu").disabled = false; // nobody would have saved anything before

const draft = await left(address);
if (draft && !dirty()) {
  put(draft);
  if (dirty()) say("Đã lấy lại chữ chưa lưu từ lần trước.", 8);
  if (draft.digest !== base.digest && dirty()) collide(base);
}
settle();
read();
