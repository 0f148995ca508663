/** Warns once when the storage for all accounts together fills up, and again for each further percent. */
import { QUOTA_WARNING_PERCENT } from '#lib/domain/account.ts';

export class QuotaWatch {
	/** Largest percentage of which a warning was given since usage was last too low for one; 0 when none was. */
	#saidPercent = 0;
	readonly #say: (percent: number) => void;

	constructor(say: (percent: number) => void) {
		this.#say = say;
	}

	observe(percent: number): void {
		if (percent < QUOTA_WARNING_PERCENT) this.#saidPercent = 0;
		else if (percent > this.#saidPercent) {
			this.#saidPercent = percent;
			this.#say(percent);
		}
	}
}
