/** Compiles the messages without a build, for the type check. */
import { compile } from '@inlang/paraglide-js';
import { messagesOptions } from './messages-options.ts';

await compile(messagesOptions);
