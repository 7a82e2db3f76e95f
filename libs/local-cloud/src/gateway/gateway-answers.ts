import { answersAt } from '../processes/answers-at.ts';

/** Whether the gateway works, and with it the stand-in provider if it has one. */
export function gatewayAnswers(port: number): Promise<boolean> {
  return answersAt({ host: '127.0.0.1', port }, '/_slipway/health');
}
