using Peers;

return await FirstCall.RunAsync(static transport => ByHandPetstore.Create("https://petstore.example.com", transport)).ConfigureAwait(false);
