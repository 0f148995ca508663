/** Holds a pasted list: the real rows stay in this page's memory, only an invented list is sent. */
import { inventList, readPastedList, type PastedList } from '#lib/domain/invented-list.ts';
import type { InventedList } from '#lib/domain/problem-card.ts';
import { m } from '#lib/paraglide/messages.js';

export class InventedListDraft {
	list = $state.raw<InventedList | null>(null);
	hasHeading = $state(false);
	/** The list as pasted; never stored, so lost when the page is closed. */
	#pastedList = $state.raw<PastedList | null>(null);

	constructor(list: InventedList | null = null) {
		this.list = list;
	}

	/** Whether the person can choose if the first row is a heading: only while the list as pasted is in memory. */
	get canChooseHeading(): boolean {
		return this.#pastedList !== null;
	}

	takePastedText(text: string): boolean {
		const pasted = readPastedList(text);
		if (pasted === undefined) return false;
		this.#pastedList = pasted;
		this.setHasHeading(pasted.hasHeading);
		return true;
	}

	setHasHeading(hasHeading: boolean): void {
		if (this.#pastedList === null) return;
		this.hasHeading = hasHeading;
		this.list = inventList(this.#pastedList, hasHeading, {
			nameColumn: (at) => m.card_list_column({ at }),
			nameText: (at) => m.card_list_text({ at })
		});
	}

	removeList(): void {
		this.list = null;
		this.#pastedList = null;
	}
}
