import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { DAY_MINUTES } from './days';

/** How far a block was dragged. */
export interface Shift {
  columns: number;
  minutes: number;
  /** The same in pixels, for the block on the page. */
  x: number;
  y: number;
}

interface DragProps {
  isEnabled: boolean;
  /** Column of the block, and number of columns. */
  column: number;
  columns: number;
  /** Minutes from midnight where the block begins. */
  from: number;
  /** Minutes that the height of a column stands for. */
  minutes: number;
  onDrop: (shift: Shift) => void;
}

const STEP_MINUTES = 15;
const MIN_PIXELS = 6;
/** A finger that stays for this long takes the block. */
const HOLD_MS = 400;
const NOT_MOVED: Shift = { columns: 0, minutes: 0, x: 0, y: 0 };

interface Place {
  x: number;
  y: number;
}

interface Held extends Place {
  timer: ReturnType<typeof setTimeout>;
}

/**
 * Drags a block to another column and time, in steps: with mouse or pen at once, with a finger after holding the block for a
 * moment, since a finger that moves at once scrolls the page. Escape gives up.
 */
export function useDrag(props: DragProps) {
  const [shift, setShift] = useState<Shift | null>(null);
  const start = useRef<Place | null>(null);
  const held = useRef<Held | null>(null);
  const isByFinger = useRef(false);
  const wasDragged = useRef(false);
  const letGo = () => {
    clearTimeout(held.current?.timer);
    held.current = null;
  };
  const end = () => {
    letGo();
    start.current = null;
    setShift(null);
  };
  const block = useFinger(isByFinger, wasDragged);
  useEffect(() => () => clearTimeout(held.current?.timer), []);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false;
      isByFinger.current = false;
      if (!props.isEnabled || event.button !== 0) return;
      const { currentTarget, pointerId, clientX: x, clientY: y } = event;
      const take = () => {
        // A fast mouse has left the block by its first move.
        currentTarget.setPointerCapture(pointerId);
        start.current = { x, y };
      };
      if (event.pointerType !== 'touch') return take();
      const timer = setTimeout(() => {
        held.current = null;
        isByFinger.current = true;
        take();
        setShift(NOT_MOVED);
      }, HOLD_MS);
      held.current = { x, y, timer };
    },
    onPointerMove: ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
      if (held.current && isFar(clientX - held.current.x, clientY - held.current.y)) letGo();
      if (!start.current) return;
      const [x, y] = [clientX - start.current.x, clientY - start.current.y];
      // A finger that is only slow opens the visit.
      if (!wasDragged.current && !isFar(x, y)) return;
      wasDragged.current = true;
      setShift(inSteps(x, y, currentTarget, props));
    },
    onPointerUp: () => {
      const isMoved = start.current && shift && (shift.columns !== 0 || shift.minutes !== 0);
      end();
      if (isMoved) props.onDrop(shift);
    },
    onPointerCancel: end,
    onContextMenu: (event: { preventDefault(): void }) => {
      // Holding a finger is no click with the other button.
      if (held.current || start.current) event.preventDefault();
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
    },
  };
  return { shift, handlers, wasDragged, block };
}

/**
 * Returns a reference to a block. From when a finger has taken it the page does not scroll, and a finger that leaves it
 * without having dragged it clicks it, as browsers differ in whether they call a long touch a click.
 */
function useFinger(hasTaken: RefObject<boolean>, wasDragged: RefObject<boolean>) {
  const block = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { current } = block;
    const own = (event: TouchEvent) => {
      if (!hasTaken.current) return;
      event.preventDefault();
      if (event.type === 'touchend' && !wasDragged.current) current?.click();
    };
    // React listens passively, which cannot prevent scrolling.
    const listening = new AbortController();
    const options = { passive: false, signal: listening.signal };
    current?.addEventListener('touchmove', own, options);
    current?.addEventListener('touchend', own, options);
    return () => listening.abort();
  }, [hasTaken, wasDragged]);
  return block;
}

const isFar = (x: number, y: number) => Math.hypot(x, y) >= MIN_PIXELS;

/** The step that is nearest to a place, within the columns and within the day. */
function inSteps(x: number, y: number, block: HTMLElement, props: DragProps): Shift {
  const { width, height } = (block.closest('ul') as HTMLElement).getBoundingClientRect();
  const columns = within(Math.round(x / width), -props.column, props.columns - 1 - props.column);
  const steps = Math.round(((y / height) * props.minutes) / STEP_MINUTES) * STEP_MINUTES;
  const minutes = within(steps, -props.from, DAY_MINUTES - STEP_MINUTES - props.from);
  return { columns, minutes, x: columns * width, y: (minutes / props.minutes) * height };
}

const within = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);
