/**
 * To be imported before anything else. docker-modem writes every request to standard error where `DEBUG` says so, such as `DEBUG=*`,
 * and the registry's login is a header of a push. A name after `-` is left out (README of `debug`, "Wildcards").
 */
const { DEBUG: names } = process.env;
if (names !== undefined) process.env['DEBUG'] = `${names},-modem`;

export {};
