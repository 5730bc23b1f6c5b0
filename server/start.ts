/** What is run as `gongwen-language-server`, and what VS Code's client forks: the rest is in a bundle beside it. */
import { join } from 'node:path';
import { runLong, start } from '../host/start.ts';

start(join(__dirname, 'server-main.js'));
runLong();
