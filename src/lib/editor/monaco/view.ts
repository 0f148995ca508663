/** Creates Monaco's editor with few distractions and with the early editor's text sizes. */
import { editor } from 'monaco-editor/editor';
import { CODE_FONT_METRICS } from '../palette.ts';

export function createMonacoEditor(element: HTMLElement, label: string): editor.IStandaloneCodeEditor {
	return editor.create(element, {
		model: null,
		ariaLabel: label,
		accessibilitySupport: 'on',
		automaticLayout: true,
		fontFamily: CODE_FONT_METRICS.font,
		fontLigatures: false,
		padding: { top: CODE_FONT_METRICS.padding, bottom: CODE_FONT_METRICS.padding },
		lineNumbersMinChars: CODE_FONT_METRICS.numbers,
		lineDecorationsWidth: CODE_FONT_METRICS.gap,
		glyphMargin: false,
		folding: false,
		minimap: { enabled: false },
		overviewRulerLanes: 0,
		overviewRulerBorder: false,
		hideCursorInOverviewRuler: true,
		renderLineHighlight: 'none',
		scrollBeyondLastLine: false,
		scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
		stickyScroll: { enabled: false },
		guides: { indentation: false },
		renderFinalNewline: 'on',
		lightbulb: { enabled: editor.ShowLightbulbIconMode.Off },
		// When Monaco supports screen readers it does not indent wrapped lines, so never indent them.
		wrappingIndent: 'none',
		suggest: { showWords: false, showSnippets: false },
		wordBasedSuggestions: 'off',
		occurrencesHighlight: 'singleFile',
		unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false },
		fixedOverflowWidgets: true,
		tabSize: CODE_FONT_METRICS.tab
	});
}
