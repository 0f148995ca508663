/** Why the database does not open, in a sentence for whoever started the process: it is printed alone, without a stack. */
export class DatabaseRefusal extends Error {
	override name = 'DatabaseRefusal';
}
