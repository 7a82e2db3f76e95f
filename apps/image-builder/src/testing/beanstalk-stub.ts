import { serve } from './serve.ts';

/** A call as the stub got it: the parameters of Elastic Beanstalk's Query API, or an object for S3. */
export interface BeanstalkCall {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface BeanstalkStub {
  readonly url: string;
  readonly calls: readonly BeanstalkCall[];
  stop(): Promise<void>;
}

/** An answer: the XML inside `<ActionResult>`, or an error's code and message. */
export type StubAnswer = { readonly result: string } | { readonly code: string; readonly message: string };

/** The answer to an action, which may depend on its parameters. */
export type StubAnswers = Readonly<
  Record<string, StubAnswer | ((parameters: BeanstalkCall['parameters']) => StubAnswer)>
>;

/**
 * An endpoint that speaks the Query protocol of Elastic Beanstalk (API version 2010-12-01), and takes objects like S3 does.
 * Answers are by action; one without an answer is an error.
 */
export async function startBeanstalkStub(answers: StubAnswers): Promise<BeanstalkStub> {
  const calls: BeanstalkCall[] = [];
  const { host, stop } = await serve(({ method, url, body }, response) => {
    const call = callOf(method, url, body);
    calls.push(call);
    const [status, text] = call.action === 'PutObject' ? [200, ''] : answerTo(call, answers);
    response.writeHead(status, { 'Content-Type': 'text/xml' }).end(text);
  });
  return { url: `http://${host}`, calls, stop };
}

function callOf(method: string, url: string, body: string): BeanstalkCall {
  if (method === 'PUT') return { action: 'PutObject', parameters: { path: url.split('?')[0] ?? '' } };
  const parameters = new URLSearchParams(body);
  const action = parameters.get('Action') ?? '';
  for (const name of ['Action', 'Version']) parameters.delete(name);
  return { action, parameters: Object.fromEntries(parameters) };
}

function answerTo({ action, parameters }: BeanstalkCall, answers: StubAnswers): [number, string] {
  const found = answers[action] ?? { code: 'InvalidAction', message: `no answer for ${action}` };
  const answer = typeof found === 'function' ? found(parameters) : found;
  const request = '<RequestId>f0000000-0000-0000-0000-000000000000</RequestId>';
  if ('result' in answer) {
    const xml = `<${action}Response xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/"><${action}Result>${answer.result}</${action}Result><ResponseMetadata>${request}</ResponseMetadata></${action}Response>`;
    return [200, xml];
  }
  const { code, message } = answer;
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return [
    400,
    `<ErrorResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">${error}${request}</ErrorResponse>`,
  ];
}
