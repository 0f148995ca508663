/** The reason why the database does not open, printed alone without a stack for the server's owner. */
export class DatabaseRefusal extends Error {
	override name = 'DatabaseRefusal';
}
