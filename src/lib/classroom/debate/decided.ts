/** What a debate is about, in the language of whoever looks. */
export interface Decided {
	question: string;
	/** Ids, in their order. */
	options: string[];
	/** By id. */
	titles: Record<string, string>;
}
