import { html } from 'htm/preact';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface PopupProps {
  /** What it hangs on. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Where it opens if the anchor itself isn't the place: a right click's point. */
  readonly at?: { readonly x: number; readonly y: number } | undefined;
  /** As wide as the anchor. */
  readonly stretch?: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

const GAP = 6;

/**
 * A surface above everything, beside its anchor and inside the window. It closes on a press
 * outside; Escape is its content's business, which knows where the focus goes.
 */
export function Popup({ anchor, at, stretch = false, onClose, children }: PopupProps) {
  const surface = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = surface.current;
    if (element === null || anchor.current === null) return;
    element.showPopover();
    const place = () => {
      if (anchor.current !== null)
        put(element, anchor.current.getBoundingClientRect(), at, stretch);
    };
    place();
    // Scrolling moves the anchor; the popup follows.
    addEventListener('scroll', place, { capture: true, passive: true });
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, { capture: true });
      removeEventListener('resize', place);
    };
  }, [anchor, at, stretch]);

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (surface.current?.contains(target) || anchor.current?.contains(target)) return;
      onClose();
    };
    addEventListener('pointerdown', onPress, true);
    return () => removeEventListener('pointerdown', onPress, true);
  }, [anchor, onClose]);

  return html`<div ref=${surface} class="popup" popover="manual">${children}</div>`;
}

function put(element: HTMLElement, anchor: DOMRect, at: PopupProps['at'], stretch: boolean): void {
  if (stretch) element.style.width = `${anchor.width}px`;
  const { width, height } = element.getBoundingClientRect();
  const left = at?.x ?? (stretch ? anchor.left : anchor.right - width);
  const below = at?.y ?? anchor.bottom + GAP;
  const above = (at?.y ?? anchor.top) - GAP - height;
  const top = below + height <= innerHeight || above < 0 ? below : above;
  element.style.left = `${clamp(left, GAP, innerWidth - width - GAP)}px`;
  element.style.top = `${clamp(top, GAP, innerHeight - height - GAP)}px`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
