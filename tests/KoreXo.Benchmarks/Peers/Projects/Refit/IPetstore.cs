using Refit;

namespace Peers;

/// <summary>The operations of the document, as one writes them for Refit.</summary>
public interface IPetstore
{
    [Put("/pet")]
    Task<Pet> UpdatePet([Body] Pet pet);

    [Post("/pet")]
    Task<Pet> AddPet([Body] Pet pet);

    [Get("/pet/findByStatus")]
    Task<List<Pet>> FindPetsByStatus(string status);

    [Get("/pet/findByTags")]
    Task<List<Pet>> FindPetsByTags([Query(CollectionFormat.Multi)] string[] tags);

    [Get("/pet/{petId}")]
    Task<Pet> GetPetById(long petId);

    [Post("/pet/{petId}")]
    Task UpdatePetWithForm(long petId, string? name, string? status);

    [Delete("/pet/{petId}")]
    Task DeletePet(long petId);

    [Post("/pet/{petId}/uploadImage")]
    Task<ApiResponse> UploadFile(long petId, string? additionalMetadata, [Body] Stream image);

    [Get("/store/inventory")]
    Task<Dictionary<string, int>> GetInventory();

    [Post("/store/order")]
    Task<Order> PlaceOrder([Body] Order order);

    [Get("/store/order/{orderId}")]
    Task<Order> GetOrderById(long orderId);

    [Delete("/store/order/{orderId}")]
    Task DeleteOrder(long orderId);

    [Post("/user")]
    Task<User> CreateUser([Body] User user);

    [Post("/user/createWithList")]
    Task<User> CreateUsersWithListInput([Body] List<User> users);

    [Get("/user/login")]
    Task<string> LoginUser(string username, string password);

    [Get("/user/logout")]
    Task LogoutUser();

    [Get("/user/{username}")]
    Task<User> GetUserByName(string username);

    [Put("/user/{username}")]
    Task UpdateUser(string username, [Body] User user);

    [Delete("/user/{username}")]
    Task DeleteUser(string username);
}
