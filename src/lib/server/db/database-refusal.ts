/** An error that says why the database does not open; the server's owner sees its message without a stack. */
export class DatabaseRefusal extends Error {
	override name = 'DatabaseRefusal';
}
