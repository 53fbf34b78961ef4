// The right-hand side: paragraphs as they will be said, with what each rule has done to them.

const element = (name, options = {}, ...children) => {
  const made = Object.assign(document.createElement(name), options);
  made.append(...children);
  return made;
};

/** Draw paragraphs; `mend` is called with a span that somebody presses. */
export function draw(place, told, mend) {
  place.replaceChildren(...told.paragraphs.map((each) => paragraph(each, mend)));
  if (!told.paragraphs.length) {
    place.append(element("p", { className: "more", textContent: "Chưa có lời nào." }));
  }
}

function paragraph(told, mend) {
  const lines = told.sentences.map((each) => sentence(each, told.role, mend));
  const made = element("div", { className: told.role === "A" ? "paragraph" : "paragraph second" }, ...lines);
  if (told.role !== "A") made.prepend(element("p", { className: "voice", textContent: `${told.role}: ${told.voice}` }));
  return made;
}

function sentence(told, role, mend) {
  const button = element("button", { type: "button", className: "hear" });
  button.dataset.words = told.words;
  button.dataset.role = role;
  button.setAttribute("aria-label", `Nghe: ${told.words.slice(0, 60)}`);
  const line = element("p");
  told.spans.forEach((each, n) => {
    if (n && !/^[\s.,;:?!]/.test(each.said) && !/\s$/.test(line.textContent)) line.append(" ");
    line.append(span(each, mend));
  });
  const made = element("div", { className: "sentence" }, button, line);
  made.dataset.at = told.at;
  made.dataset.end = told.end;
  return made;
}

function span(told, mend) {
  if (told.state === "plain") return document.createTextNode(told.said);
  const said = told.said || "(im lặng)";
  const made = element("button", { type: "button", className: `span ${told.state}`, textContent: said });
  const doubt = told.state === "unsure" ? ", nên xem lại" : "";
  const what = told.state === "unread" ? "chưa đọc được" : `${told.kind}${doubt}`;
  made.dataset.tip = told.state === "unread" ? `“${told.written}” chưa đọc được. Bấm để ghi cách đọc.` : `“${told.written}” → “${said}”: ${what} [${told.rule}]. Bấm để sửa.`;
  made.setAttribute("aria-label", `${said}: viết “${told.written}”, ${what}. Sửa cách đọc`);
  made.addEventListener("click", () => mend(told));
  return made;
}

/** Show what a span is made of while it is pointed at or focused. */
export function explain(place) {
  const tip = element("div", { className: "tip", hidden: true });
  tip.setAttribute("role", "tooltip");
  document.body.append(tip);
  const show = (event) => {
    const target = event.target.closest?.("[data-tip]");
    tip.hidden = !target;
    if (!target) return;
    tip.textContent = target.dataset.tip;
    const box = target.getBoundingClientRect();
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
    tip.style.top = `${box.bottom + 6 + scrollY}px`;
  };
  for (const kind of ["pointerover", "focusin"]) place.addEventListener(kind, show);
  for (const kind of ["pointerleave", "focusout"]) place.addEventListener(kind, () => { tip.hidden = true; });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });
}

/** Mark the sentence that the caret is in; its button. */
export function mark(place, caret) {
  let found = null;
  for (const each of place.querySelectorAll(".sentence")) {
    const here = !found && caret <= Number(each.dataset.end) && caret >= Number(each.dataset.at);
    each.classList.toggle("here", here);
    if (here) found = each;
  }
  return found?.querySelector(".hear") || null;
}

const LEVELS = { error: "Không được phát", warning: "Nên sửa", note: "Nên xem" };

/** List what an editor would mark; `go` is called with the place of one that is pressed. */
export function remark(place, told, go) {
  const rows = told.findings.map((each) => {
    const words = `“${each.quote.slice(0, 70)}${each.quote.length > 70 ? "…" : ""}”`;
    const quote = element("button", { type: "button", textContent: /[\p{L}\d]/u.test(each.quote) ? words : "Đến chỗ ấy" });
    quote.addEventListener("click", () => go(each.at, each.end));
    const row = element("li", { className: each.severity }, element("b", { textContent: `${LEVELS[each.severity]}: ` }), `${each.what} `, quote);
    if (each.suggestion) row.append(` → “${each.suggestion}”`);
    row.append(element("div", { className: "more", textContent: each.why }));
    return row;
  });
  place.replaceChildren(...(rows.length ? [element("h3", { textContent: `Biên tập viên nhắc (${rows.length})` }), element("ul", {}, ...rows)] : []));
}
