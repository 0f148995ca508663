/** Describes the decision that a debate is about, in the reader's language. */
export interface DebateQuestion {
	question: string;
	options: string[];
	/** By option id. */
	titles: Record<string, string>;
}
