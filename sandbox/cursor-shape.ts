export const CURSOR_SHAPES = ['default', 'none', 'pointer', 'crosshair', 'move', 'text', 'wait'] as const;

export type CursorShape = (typeof CURSOR_SHAPES)[number];

export const isCursorShape = (value: unknown): value is CursorShape =>
	(CURSOR_SHAPES as readonly unknown[]).includes(value);
