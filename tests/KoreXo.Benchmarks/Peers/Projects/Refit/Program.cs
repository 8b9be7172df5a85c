using Peers;

return await FirstCall.RunAsync(static transport => RefitPetstore.Create("https://petstore.example.com", transport)).ConfigureAwait(false);
