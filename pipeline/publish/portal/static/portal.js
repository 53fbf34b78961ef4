// What the pages do more when scripts run. Without this file they are complete and in order of days.
"use strict";
(() => {
  const page = document.documentElement, body = document.body, root = body.dataset.root;
  const all = (what, from = document) => [...from.querySelectorAll(what)];
  const one = (what, from = document) => from.querySelector(what);
  const made = (tag, words, more = {}) => Object.assign(document.createElement(tag), { textContent: words }, more);
  const kept = (name, value) => {
    try { return value === undefined ? localStorage.getItem(name) : localStorage.setItem(name, value); } catch { return null; }
  };
  page.classList.add("js");

  // --- Today, by the clock of the stations, wherever the reader is ---
  const now = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" });
  const today = now();

  function showToday(section) {
    const days = all(".day");
    days.filter((day) => day.dataset.day < today).forEach((day) => day.classList.add("past"));
    const ahead = days.filter((day) => day.dataset.day >= today).sort((a, b) => (a.dataset.day < b.dataset.day ? -1 : 1));
    const week = all(".week").find((each) => each.dataset.first <= today && today <= each.dataset.last);
    if (week) one(".week").before(week);
    section.hidden = false;
    const title = one("h2", section), list = one("ol", section);
    if (!ahead.length) {
      title.textContent = "Hôm nay";
      list.replaceWith(made("p", "Chưa có bản tin cho hôm nay. Các bản tin dưới đây là của những ngày đã qua."));
      return;
    }
    const [first] = ahead;
    title.textContent = first.dataset.day === today ? "Hôm nay" : "Bản tin sắp tới";
    const left = made("li", "", { className: "card moved" });
    left.append(made("a", `${first.dataset.name}: xem ở đầu trang`, { href: "#hom-nay" }));
    first.replaceWith(left);
    list.append(first);
  }

  const top = one("#hom-nay");
  if (top) {
    showToday(top);
    document.addEventListener("visibilitychange", () => {
      const playing = all("audio").some((audio) => !audio.paused);
      if (!document.hidden && !playing && now() !== today) location.reload();
    });
  }

  // --- Listening: one button, one sound at a time, the drawing fills as it is heard ---
  function listenWith(link) {
    const day = link.closest(".day"), audio = one("audio", day);
    const button = made("button", "Nghe", { type: "button", className: link.className });
    const name = link.getAttribute("aria-label");
    button.setAttribute("aria-label", name);
    const tell = (word) => {
      button.textContent = word;
      button.setAttribute("aria-label", name.replace(/^Nghe/, word));
    };
    button.addEventListener("click", () => {
      day.classList.add("open");
      if (audio.paused) audio.play().catch(() => {}); else audio.pause();
    });
    audio.addEventListener("play", () => tell("Tạm dừng"));
    audio.addEventListener("pause", () => tell("Nghe"));
    audio.addEventListener("error", () => tell("Nghe"));
    link.replaceWith(button);
  }

  all("[data-listen]").forEach(listenWith);
  all("audio").forEach((audio) => {
    const heard = one(".heard", audio.parentElement);
    audio.addEventListener("play", () => all("audio").forEach((other) => { if (other !== audio) other.pause(); }));
    audio.addEventListener("timeupdate", () => heard?.setAttribute("width", 400 * audio.currentTime / (audio.duration || 1)));
  });

  // --- Words: press a time to hear from there; what is being said is marked ---
  all(".words").forEach((words) => {
    const audio = one("audio", words), times = all("[data-at]", words);
    times.forEach((at) => at.addEventListener("click", (event) => {
      event.preventDefault();
      audio.currentTime = Number(at.dataset.at);
      audio.play().catch(() => {});
    }));
    audio?.addEventListener("timeupdate", () => {
      const said = times.filter((at) => Number(at.dataset.at) <= audio.currentTime).pop();
      times.forEach((at) => at.parentElement.classList.toggle("now", at === said));
    });
  });

  // --- Finding a station ---
  const folded = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, " ").trim();
  const marked = (text) => text.toLowerCase().normalize("NFC");
  const KIND = /^(xa|phuong|dac khu|thi tran|tt|p|x) (?=.)/;

  // 3 its own name begins so, 2 a former one does, 1 every word is there; plus a half for the same marks
  function rank(entry, asked, bare) {
    const starts = (name) => folded(name).startsWith(asked) || folded(name).replace(KIND, "").startsWith(bare);
    entry.by = entry.formers.find(([name]) => starts(name));
    const same = marked(entry.name + " " + entry.formers.join(" ")).includes(marked(entry.asked)) ? 0.5 : 0;
    if (starts(entry.name)) { entry.by = undefined; return 3 + same; }
    if (entry.by) return 2 + same;
    const text = " " + folded([entry.name, entry.province, ...entry.formers.flat()].join(" "));
    if (!asked.split(" ").every((word) => text.includes(" " + word))) return 0;
    entry.by = entry.formers.find(([name]) => (" " + folded(name)).includes(" " + bare));
    return 1 + same;
  }

  function shown(entry) {
    const item = made("li", ""), link = made("a", entry.name, { href: entry.href });
    link.append(" ", made("small", entry.province));
    item.append(link);
    if (entry.by) item.append(made("p", `Trước đây có ${entry.by[0]} (${entry.by[1]})`));
    return item;
  }

  // The list as people read it: "Trước đây: xã A, xã B (huyện C); xã D (huyện E)"
  const formers = (item) => (one("p", item)?.textContent ?? "").replace("Trước đây: ", "").split("; ").flatMap((part) => {
    const [, names, district] = part.match(/^(.*) \((.*)\)\s*$/) ?? [];
    return names ? names.split(", ").map((name) => [name, district]) : [];
  });
  const listed = () => all("#danh-sach [data-province]").flatMap((list) => all("li", list).map((item) => ({
    href: one("a", item).getAttribute("href"), name: one("a", item).textContent, province: list.dataset.province, formers: formers(item),
  })));

  const parts = new Map(), first = (bare) => bare.split(" ")[0].slice(0, 4);
  async function fetched(bare, known) {
    const letters = first(bare);
    if (!known.has(letters)) return [];
    if (!parts.has(letters)) parts.set(letters, fetch(`${root}tim/${letters}.json`).then((answer) => answer.json()));
    const rows = await parts.get(letters);
    return rows.map(([code, name, province, formers]) => ({ href: `${root}${code}/index.html`, name, province, formers }));
  }

  const form = one(".search");
  if (form) {
    const input = one("input", form), list = one("#ket-qua"), status = one("#so-dai"), plain = one("#danh-sach");
    const known = form.dataset.parts ? new Set(form.dataset.parts.split(" ")) : null, here = known ? [] : listed();
    const search = async () => {
      const asked = folded(input.value), bare = asked.replace(KIND, "");
      plain.hidden = list.hidden = false;
      list.replaceChildren();
      status.textContent = "";
      const more = known && first(bare).length < 4 && !known.has(first(bare));
      if (bare.length < 2 || more) { list.hidden = true; status.textContent = more ? "Gõ thêm chữ." : ""; return; }
      let entries = here;
      try { if (known) entries = await fetched(bare, known); } catch { status.textContent = "Không lấy được danh sách: kiểm tra mạng, hoặc chọn tỉnh ở dưới."; return; }
      if (folded(input.value) !== asked) return; // typed on meanwhile
      const found = entries.map((entry) => ({ ...entry, asked: input.value.trim() })).map((entry) => [rank(entry, asked, bare), entry])
        .filter(([points]) => points).sort(([a, one], [b, other]) => b - a || one.name.localeCompare(other.name, "vi"));
      const most = 30;
      plain.hidden = found.length > 0;
      list.replaceChildren(...found.slice(0, most).map(([, entry]) => shown(entry)));
      status.textContent = found.length > most ? `${found.length} đài, đây là ${most} đài đầu: gõ thêm chữ` : found.length ? `${found.length} đài` : "Chưa thấy tên này. Hãy xem danh sách dưới đây.";
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); one("a", list)?.click(); });
    input.addEventListener("input", search);
    if (input.value) search();
  }

  // --- The station of last time ---
  const station = body.dataset.station, again = one("#lan-truoc");
  if (station) kept("station", JSON.stringify([station, body.dataset.name]));
  if (again) {
    try {
      const [code, name] = JSON.parse(kept("station"));
      if (/^[0-9]{5}$/.test(code)) {
        Object.assign(one("a", again), { href: `${root}${code}/index.html`, textContent: name });
        again.hidden = false;
      }
    } catch { /* nothing was kept */ }
  }

  // --- Without a network ---
  const offline = one("#ngoai-mang"), tell = () => { offline.hidden = navigator.onLine; };
  addEventListener("online", tell); addEventListener("offline", tell); tell();
  if ("serviceWorker" in navigator && location.protocol !== "file:") {
    navigator.serviceWorker.register(`${root}sw.js`).then(() => navigator.serviceWorker.ready)
      .then((ready) => ready.active?.postMessage({ keep: location.href.split("#")[0] })).catch(() => {});
  }
})();
