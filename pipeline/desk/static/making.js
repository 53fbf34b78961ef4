// A build as it goes on: events from the desk move the bar; the end says what came of it.

const card = document.getElementById("dien-bien");
const parts = ["tieu-de", "thanh", "dang", "dung", "ket", "bat-dau"];
const [title, bar, doing, stop, end, start] = parts.map((id) => document.getElementById(id));
const TITLES = { running: "Đang làm tuần", done: "Đã xong tuần", stopped: "Đã dừng tuần", failed: "Chưa làm được tuần" };

const line = (name, text, href) => {
  const made = document.createElement(name);
  made.textContent = text;
  if (href) made.href = href;
  return made;
};

function show(now) {
  const running = now.phase === "running";
  card.hidden = now.phase === "idle";
  card.dataset.phase = now.phase;
  const [year, week] = now.week.split("-W");
  title.textContent = now.stopping && running ? "Đang dừng…" : `${TITLES[now.phase] || ""} ${week}/${year}${now.draft ? " (bản thử)" : ""}`;
  bar.value = now.share;
  bar.hidden = !running;
  const share = `${Math.floor(100 * now.share)} %`;
  doing.textContent = running ? [share, now.doing, now.left].filter(Boolean).join(" · ") : "";
  stop.hidden = !running || now.stopping;
  start.hidden = running;
  document.title = running ? `${share} – ${document.title.replace(/^\d+ % – /, "")}` : document.title.replace(/^\d+ % – /, "");
  if (!running) finish(now);
}

function finish(now) {
  end.replaceChildren();
  if (now.phase === "stopped") end.append(line("p", "Phần đã làm xong được giữ lại. Bấm Làm bản tin để đi tiếp."));
  if (now.phase === "done") {
    end.append(line("p", `${now.stations} đài, ${now.bulletins} bản tin đã sẵn sàng.`));
    if (now.unapproved) {
      const out = line("p", `${now.unapproved} mục chưa duyệt nên không có trong tuần. `);
      out.append(line("a", "Xem và duyệt", "/duyet"));
      end.append(out);
    }
    if (now.unwritten.length) end.append(line("p", `Chưa có lời nên không có trong tuần: ${now.unwritten.join("; ")}.`));
    for (const why of now.moved) end.append(line("p", `Có bản tin đọc bằng giọng dự phòng. ${why}`));
    for (const [place, came] of Object.entries(now.sent)) end.append(line("p", `${place}: ${came}.`));
    if (now.unsigned) end.append(line("p", `Các gói chưa được ký. ${now.unsigned}`));
    if (now.kitless) end.append(line("p", `Tài liệu cho các kênh khác chưa làm được. ${now.kitless}`));
    const way = line("a", "Xem kết quả", now.draft ? "/ket-qua" : `/ket-qua?tuan=${now.week}`);
    way.className = "button";
    end.append(way);
  }
  if (now.error) end.append(line("p", now.error));
  const faults = [
    ...now.problems.map((each) => `${each.what}. Hãy ${each.fix}.`),
    ...Object.entries(now.failed).map(([name, why]) => `Bản tin ${name}: ${why}`),
  ];
  if (faults.length) {
    const list = document.createElement("ul");
    list.append(...faults.map((each) => line("li", each)));
    end.append(list);
  }
}

if (card.dataset.phase === "running") {
  const events = new EventSource("/lam/dien-bien");
  events.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    show(now);
    if (now.phase !== "running") events.close();
  });
} else if (card.dataset.phase !== "idle") {
  show(await (await fetch("/lam/bay-gio")).json());
}
stop.addEventListener("submit", async (event) => {
  event.preventDefault();
  await fetch(stop.action, { method: "POST" });
});
