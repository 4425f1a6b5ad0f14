using System.Net;
using System.Net.Sockets;

namespace Champions.Application.Entering;

/// <summary>What counts as one network wherever tries and requests are counted.</summary>
public static class NetworkNumber
{
    /// <summary>Addresses of one customer: a single one, or the 64 bits that an IPv6 network begins with.</summary>
    public static string Of(string address) => IPAddress.TryParse(address, out var parsed) ? Of(parsed) : address;

    /// <inheritdoc cref="Of(string)"/>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
