/**
 * The browser's own `setTimeout`, captured before a library or a program can replace it. It also accepts the text of a script.
 */
const runLater: (task: string | (() => void)) => void = setTimeout.bind(window);

/**
 * Runs the libraries, then calls `onEnd`. Passes the code as text to a timer, because the browser compiles such a script once for
 * all documents of a process. `eval` would compile p5 again after each edit, which takes 50 ms.
 */
export function loadLibrary(code: string, onEnd: () => void): void {
	// The document pretends to load, because p5 would look for the program's functions at once in a complete document.
	Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true });
	runLater(code);
	runLater(() => {
		Reflect.deleteProperty(document, 'readyState');
		onEnd();
	});
}
