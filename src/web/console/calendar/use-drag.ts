import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
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

/**
 * Drags a block with mouse or pen to another column and time, in steps. Escape gives up. Fingers scroll the page, and move a
 * visit by its form.
 */
export function useDrag(props: DragProps) {
  const [shift, setShift] = useState<Shift | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const wasDragged = useRef(false);
  const end = () => {
    start.current = null;
    setShift(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false;
      if (!props.isEnabled || event.button !== 0 || event.pointerType === 'touch') return;
      // A fast mouse has left the block by its first move.
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!start.current) return;
      const [x, y] = [event.clientX - start.current.x, event.clientY - start.current.y];
      if (!shift && Math.hypot(x, y) < MIN_PIXELS) return;
      wasDragged.current = true;
      setShift(inSteps(x, y, event.currentTarget, props));
    },
    onPointerUp: () => {
      const isMoved = start.current && shift && (shift.columns !== 0 || shift.minutes !== 0);
      end();
      if (isMoved) props.onDrop(shift);
    },
    onPointerCancel: end,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') end();
    },
  };
  return { shift, handlers, wasDragged };
}

/** The step that is nearest to a place, within the columns and within the day. */
function inSteps(x: number, y: number, block: HTMLElement, props: DragProps): Shift {
  const { width, height } = (block.closest('ul') as HTMLElement).getBoundingClientRect();
  const columns = within(Math.round(x / width), -props.column, props.columns - 1 - props.column);
  const steps = Math.round(((y / height) * props.minutes) / STEP_MINUTES) * STEP_MINUTES;
  const minutes = within(steps, -props.from, DAY_MINUTES - STEP_MINUTES - props.from);
  return { columns, minutes, x: columns * width, y: (minutes / props.minutes) * height };
}

const within = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);
