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

// A file that was made here is saved as if it had been loaded.
window.bookonce = {
  save: async (name, kind, stream) => {
    const address = URL.createObjectURL(new Blob([await stream.arrayBuffer()], { type: kind }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  },
  print: frame => frame.contentWindow.print(),
};
