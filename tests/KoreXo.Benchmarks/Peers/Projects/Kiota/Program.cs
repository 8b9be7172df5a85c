using Peers;

return await FirstCall.RunAsync(static transport => KiotaPetstore.Create("https://petstore.example.com", transport)).ConfigureAwait(false);
