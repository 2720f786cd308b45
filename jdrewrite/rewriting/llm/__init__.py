"""The engine that asks a language model: any endpoint that speaks the OpenAI protocol."""
