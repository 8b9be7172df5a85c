using Peers;

return await FirstCall.RunAsync(static transport => NSwagPetstore.Create("https://petstore.example.com", transport)).ConfigureAwait(false);
