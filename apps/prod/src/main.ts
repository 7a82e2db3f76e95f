import { synthesizeApp } from '@slipway/ecr-module';
import { prod } from '@slipway/environments';

synthesizeApp(prod);
