import { synthesizeApp } from '@slipway/ecr-module';
import { dev } from '@slipway/environments';

synthesizeApp(dev);
