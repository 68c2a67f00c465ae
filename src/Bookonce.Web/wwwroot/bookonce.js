// Closing a message, and loading a page again when its server is a new one.
document.addEventListener("click", event => {
  if (event.target instanceof Element && event.target.closest(".reload")) {
    event.preventDefault();
    location.reload();
  }
});

const reconnect = document.getElementById("components-reconnect-modal");
if (reconnect) {
  new MutationObserver(() => {
    if (reconnect.classList.contains("components-reconnect-rejected")) location.reload();
  }).observe(reconnect, { attributes: true, attributeFilter: ["class"] });
}
