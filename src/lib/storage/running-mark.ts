/** Marks which programs this page runs, so that after a crash none starts again by itself. */
const PREFIX = 'braise.left.';

export interface RunningMarks {
	/** Returns a new mark for this work, to store in its row. */
	begin(work: string): string;
	end(work: string): void;
	/** Tells whether the page that made this mark was left normally. */
	wasLeft(work: string, mark: string): boolean;
	close(): void;
}

export function runningMarks(newMark: () => string): RunningMarks {
	const running = new Map<string, string>();
	const leave = () => running.forEach((mark, work) => keep(work, mark));
	/** Back from the back-forward cache, where the program was only suspended. */
	const comeBack = () => running.forEach((_, work) => forget(work));
	globalThis.addEventListener?.('pagehide', leave);
	globalThis.addEventListener?.('pageshow', comeBack);
	return {
		begin(work) {
			const mark = newMark();
			running.set(work, mark);
			return mark;
		},
		end(work) {
			running.delete(work);
			forget(work);
		},
		wasLeft: (work, mark) => read(work) === mark,
		close() {
			globalThis.removeEventListener?.('pagehide', leave);
			globalThis.removeEventListener?.('pageshow', comeBack);
		}
	};
}

/**
 * Uses localStorage because IndexedDB transactions begun during pagehide never end. If it is refused, leaving looks like a
 * crash and the student presses Run again.
 */
function keep(work: string, mark: string): void {
	try {
		localStorage.setItem(PREFIX + work, mark);
	} catch {
		return;
	}
}

function forget(work: string): void {
	try {
		localStorage.removeItem(PREFIX + work);
	} catch {
		return;
	}
}

function read(work: string): string | null {
	try {
		return localStorage.getItem(PREFIX + work);
	} catch {
		return null;
	}
}
