import { join, relative } from 'node:path';
import ts from 'typescript';

/** What the compiler says about files of the workspace, by its own options; what they import is checked where it is. */
export function compileProblems(root: string, files: readonly string[]): string[] {
  const program = ts.createProgram(files, compilerOptions(root));
  const diagnostics = [
    ...program.getOptionsDiagnostics(),
    ...files.flatMap((name) => {
      const file = program.getSourceFile(name);
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    }),
  ];
  return diagnostics.map((diagnostic) => line(root, diagnostic));
}

function compilerOptions(root: string): ts.CompilerOptions {
  const path = join(root, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: object };
  return ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root, undefined, path).options;
}

function line(root: string, { file, start = 0, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (file === undefined) return message;
  return `${relative(root, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1} ${message}`;
}
