/** Describes the decision that a debate is about, in the reader's language. */
export interface DebateQuestion {
	question: string;
	options: string[];
	/** Titles by option id. */
	titles: Record<string, string>;
}
