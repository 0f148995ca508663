/** Says once that the room for everyone fills up, and again for each further percent. */
import { QUOTA_WARNING_PERCENT } from '#lib/domain/quota-warning.ts';

export class QuotaWatch {
	/** Largest percentage said since there was room enough; 0 for none. */
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
