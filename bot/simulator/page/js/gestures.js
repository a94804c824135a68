// Touch: a swipe to the left answers a message.

const FAR = 56;

export function swipes(list, reply) {
  let start = null;
  list.addEventListener("pointerdown", (event) => {
    const message = event.pointerType === "touch" && event.target.closest(".message");
    start = message ? { message, x: event.clientX, y: event.clientY, far: 0 } : null;
  });
  list.addEventListener("pointermove", (event) => {
    if (start) move(start, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    list.addEventListener(end, () => {
      if (start) release(start, end === "pointerup" && reply);
      start = null;
    });
  }
}

function move(start, event) {
  const across = event.clientX - start.x;
  if (Math.abs(event.clientY - start.y) > Math.abs(across)) return;
  start.far = Math.max(-FAR * 1.5, Math.min(0, across));
  start.message.style.transform = `translateX(${start.far}px)`;
}

function release(start, reply) {
  start.message.style.transform = "";
  if (reply && start.far <= -FAR) reply(start.message.dataset.message);
}
