import { beanstalkContract } from './beanstalk.contract.ts';
import { MemoryBeanstalk } from './memory-beanstalk.ts';

beanstalkContract(() => {
  const beanstalk = new MemoryBeanstalk();
  beanstalk.broken.add('broken');
  const { application, environment } = beanstalk;
  return Promise.resolve({ beanstalk, application, environment, broken: 'broken' });
});
