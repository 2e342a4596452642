/** What the gauge leaves in the page. */
interface Gauged {
  inkTimes?: number[];
}

/** To be evaluated in a page: notes for each move of a pen how long it took until a frame with it was drawn. */
export function installInkGauge(): void {
  const times: number[] = [];
  (window as Gauged).inkTimes = times;
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => {
      // the task after the next frame: what that shows is drawn then
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** To be evaluated after it: milliseconds, a move each. */
export function inkTimes(): number[] {
  return (window as Gauged).inkTimes ?? [];
}
