// Makes what the program embeds: the page of a report, the program that draws its charts as pictures, and the outlines of the countries.
// Usage: node build.mjs NODE_MODULES OUTPUT_DIRECTORY
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {polygonsOf} from './outlines.mjs';

const [modules, output] = process.argv.slice(2).map((path) => resolve(path));
const here = dirname(fileURLToPath(import.meta.url));
const {build} = createRequire(join(modules, 'esbuild', 'package.json'))('esbuild');

const shared = {bundle: true, minify: true, write: false, nodePaths: [modules], legalComments: 'none', charset: 'utf8', logLevel: 'warning'};

async function bundled(options) {
  const {outputFiles} = await build({...shared, ...options});
  return outputFiles[0].text.trim();
}

/// As a source of a content security policy.
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/// `</script` must not end the element that the program stands in.
const inElement = (text, name) => text.replaceAll(`</${name}`, `<\\/${name}`);

async function page() {
  const script = inElement(await bundled({entryPoints: [join(here, 'src/main.js')], format: 'iife', target: 'es2020'}), 'script');
  const style = await bundled({entryPoints: [join(here, 'style/report.css')]});
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data: blob:`;
  return readFileSync(join(here, 'page.html'), 'utf8')
      .replace('@POLICY@', () => policy).replace('@STYLE@', () => style).replace('@SCRIPT@', () => script);
}

const atlas = (resolution) => JSON.parse(readFileSync(join(modules, 'world-atlas', `countries-${resolution}.json`), 'utf8'));
const topojson = createRequire(join(modules, 'topojson-client', 'package.json'))('topojson-client');

mkdirSync(output, {recursive: true});
const write = (name, text) => writeFileSync(join(output, name), text);
write('page.html', await page());
write('images.mjs', await bundled({entryPoints: [join(here, 'src/images.js')], format: 'esm', platform: 'node', target: 'node18'}));
write('outlines-50m.json', JSON.stringify(polygonsOf(atlas('50m'), topojson, 2)));
write('outlines-110m.json', JSON.stringify(polygonsOf(atlas('110m'), topojson, 1)));
