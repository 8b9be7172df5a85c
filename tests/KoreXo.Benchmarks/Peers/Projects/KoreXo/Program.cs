using Peers;

return await FirstCall.RunAsync(static transport => KoreXoPetstore.Create("https://petstore.example.com", transport)).ConfigureAwait(false);
