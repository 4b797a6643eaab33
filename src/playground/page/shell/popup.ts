import { useLayoutEffect } from 'preact/hooks';

interface Place {
  anchor: { current: HTMLElement | null };
  popup: { current: HTMLElement | null };
  /** As wide as what it belongs to, at least. */
  stretch?: boolean;
  /** Which edges are flush. */
  align?: 'start' | 'end';
}

const GAP = 4;
const MARGIN = 8;

/** Shows what just opened in the top layer, next to its anchor, wherever there is room: no scrolling box may cut it off. */
export function usePopup(open: boolean, { anchor, popup, stretch = false, align = 'start' }: Place): void {
  useLayoutEffect(() => {
    const [box, at] = [popup.current, anchor.current];
    if (!open || !box || !at) return;
    if (!box.matches(':popover-open')) box.showPopover();
    const place = () => {
      const edge = at.getBoundingClientRect();
      if (stretch) box.style.minWidth = `${edge.width}px`;
      box.style.maxHeight = '';
      const below = innerHeight - edge.bottom - GAP - MARGIN;
      const above = edge.top - GAP - MARGIN;
      const height = box.scrollHeight + 2;
      const up = height > below && above > below;
      box.style.maxHeight = `${Math.max(120, up ? above : below)}px`;
      const shown = Math.min(box.offsetHeight, up ? above : Math.max(120, below));
      box.style.top = `${up ? edge.top - GAP - shown : edge.bottom + GAP}px`;
      const left = align === 'end' ? edge.right - box.offsetWidth : edge.left;
      box.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - box.offsetWidth - MARGIN))}px`;
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(box);
    addEventListener('resize', place);
    addEventListener('scroll', place, true);
    return () => {
      watch.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  }, [open]);
}

/** Closes when a press or the focus goes elsewhere. */
export function useAway(open: boolean, parts: { current: HTMLElement | null }[], onAway: () => void): void {
  useLayoutEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (!parts.some((part) => part.current?.contains(event.target as Node))) onAway();
    };
    addEventListener('pointerdown', away, true);
    addEventListener('focusin', away, true);
    return () => {
      removeEventListener('pointerdown', away, true);
      removeEventListener('focusin', away, true);
    };
  }, [open]);
}
