import type { ReactiveController } from 'lit';

/** The host of controllers without a browser: counts its drawings. */
export function drawnHost() {
  const controllers: ReactiveController[] = [];
  return {
    drawings: 0,
    updateComplete: Promise.resolve(true),
    renderRoot: { querySelector: () => null } as unknown as ParentNode,
    addController(controller: ReactiveController) {
      controllers.push(controller);
    },
    removeController() {},
    requestUpdate() {
      this.drawings += 1;
    },
    disconnect() {
      for (const controller of controllers) controller.hostDisconnected?.();
    },
  };
}
