using Peers;

return await FirstCall.RunAsync(static transport => Utf8Petstore.Create("https://petstore.example.com", transport)).ConfigureAwait(false);
