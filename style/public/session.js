// Opens the page's warning before its session ends, and renews the session.
const dialog = document.getElementById("session");

if (dialog) {
  const { ends, warn, left } = dialog.dataset;
  const timer = document.getElementById("session-left");
  const length = ends * 1000;
  let end = Date.now() + length;

  const look = () => {
    const seconds = Math.ceil((end - Date.now()) / 1000);
    // A second late rather than early: asked before its end, the session would go on.
    if (seconds < 0) return location.reload();
    const warned = seconds <= warn;
    if (warned && !dialog.open) dialog.showModal();
    if (warned) {
      const near = Math.ceil(seconds / 30) * 30;
      timer.textContent = left.replace("{m}", Math.floor(near / 60)).replace("{s}", near % 60);
    }
    setTimeout(look, 1000 * (warned ? Math.min(seconds + 1, seconds % 30 || 30) : seconds - warn));
  };

  const stay = async () => {
    const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.redirected) return location.reload();
    end = Date.now() + length;
  };

  dialog.addEventListener("close", () => stay().catch(() => location.reload()));
  document.getElementById("session-stay").addEventListener("click", () => dialog.close());
  look();
}
