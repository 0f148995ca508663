/** An error that says why a database is not opened or restored, shown to the owner without a stack. */
export class DatabaseRefusal extends Error {
	override name = 'DatabaseRefusal';
}
