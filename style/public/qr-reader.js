// Loads the QR reader (frontend/qr) when the button is pressed: app/src/applicant/islands/
// qr_reader.rs adds this file to the page. It exists because Rust has no import().
import load from "/modules/qr.js";

load().catch(() => {
  const reader = document.getElementById("qr-reader");
  document.getElementById("qr-status").textContent = reader.dataset.failed;
});
