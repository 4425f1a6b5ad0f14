namespace Champions.Application.Entering;

/// <summary>Who tries a secret, as far as a request tells.</summary>
/// <param name="Network">Network address.</param>
/// <param name="KnownDevices">The accounts that this device was used for before, with the device's number for each.</param>
public sealed record Guesser(string Network, IReadOnlyDictionary<AccountId, string> KnownDevices)
{
    public string? DeviceOf(AccountId account) => KnownDevices.GetValueOrDefault(account);
}
