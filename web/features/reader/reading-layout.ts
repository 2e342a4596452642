import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page } from '../../../contract/documents.ts';
import { keep, kept } from '../../client/kept.ts';
import type { Fit } from '../../ui/page-view/geometry.ts';
import { spreadOf } from './spread.ts';

const roomForTwo = window.matchMedia('(min-width: 48rem) and (orientation: landscape)');

/** How pages lie on this screen, as this device keeps it: one or two, whole or as wide as the screen, with a strip or without. */
export class ReadingLayout implements ReactiveController {
  zoom = 1;
  fit: Fit = kept('fit') === 'width' ? 'width' : 'page';
  strip = kept('strip') !== 'hidden' && window.matchMedia('(min-width: 60rem)').matches;
  /** Two pages lie open together, where there is room. */
  spread = kept('spread') === 'two';
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    roomForTwo.addEventListener('change', this.onRoom);
  }

  hostDisconnected(): void {
    roomForTwo.removeEventListener('change', this.onRoom);
  }

  private readonly onRoom = () => this.host.requestUpdate();

  /** Those that are shown: the open one, or two. */
  pagesAt(page: number, pages: readonly Page[], count: number): readonly number[] {
    return this.spread && roomForTwo.matches ? spreadOf(pages, page, count) : [page];
  }

  zoomTo(zoom: number): void {
    this.zoom = zoom;
    this.host.requestUpdate();
  }

  readonly toggleFit = (): void => {
    this.fit = this.fit === 'page' ? 'width' : 'page';
    keep('fit', this.fit);
    this.zoomTo(1);
  };

  readonly toggleStrip = (): void => {
    this.strip = !this.strip;
    keep('strip', this.strip ? 'shown' : 'hidden');
    this.host.requestUpdate();
  };

  readonly toggleSpread = (): void => {
    this.spread = !this.spread;
    keep('spread', this.spread ? 'two' : 'one');
    this.host.requestUpdate();
  };
}
