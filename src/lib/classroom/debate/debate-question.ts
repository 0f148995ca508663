export interface DebateQuestion {
	question: string;
	options: string[];
	/** Titles by option id. */
	titles: Record<string, string>;
}
