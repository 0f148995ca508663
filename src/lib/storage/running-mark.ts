/**
 * Which programs this page runs, so that after a crash none runs by itself again. The mark is a row, written with the save. Leaving is
 * noted in localStorage: it alone is written at once while a page goes away (an IndexedDB transaction begun then never ends).
 */
const PREFIX = 'braise.left.';

export interface RunningMarks {
	/** A new mark for this work, to be kept in its row. */
	begin(work: string): string;
	end(work: string): void;
	/** Whether the page that made this mark went away in an orderly manner. */
	wasLeft(work: string, mark: string): boolean;
	close(): void;
}

export function runningMarks(newMark: () => string): RunningMarks {
	const running = new Map<string, string>();
	const leave = () => running.forEach((mark, work) => keep(work, mark));
	/** Back from the browser's page cache, where the program only slept. */
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

/** Where localStorage is refused, leaving looks like a crash: the student presses Run once more. */
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
