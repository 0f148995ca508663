/** Lets a sketch use the functions of `braise/draw` without an import. */

/** Defines each export as a property of `target`. Declarations and assignments of the program take precedence. */
export function defineDrawNames(module: object, target: object): void {
	for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(module))) {
		const { get = () => descriptor.value as unknown } = descriptor;
		const overwriteName = (value: unknown) =>
			void Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });
		Object.defineProperty(target, name, { get, set: overwriteName, configurable: true, enumerable: false });
	}
}
