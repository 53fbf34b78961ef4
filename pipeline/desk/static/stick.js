// A copy onto a stick as it goes on; its end is shown by the page itself.

const card = document.getElementById("dang-chep");

if (card?.dataset.phase === "running") {
  const events = new EventSource("/ket-qua/the-usb/dien-bien");
  events.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    document.getElementById("thanh").value = now.share;
    document.getElementById("dang").textContent = `${Math.floor(100 * now.share)} % · ${now.doing}`;
    if (now.phase === "running") return;
    events.close();
    location.replace(location.href);
  });
}
